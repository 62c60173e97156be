about-license-text = The text of the licence
