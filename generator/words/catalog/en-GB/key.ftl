key-eventkind-recognized = Recognised
