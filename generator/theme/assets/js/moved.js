// A page that has moved leads on by itself, with the filter that its address holds; without this
// script its one link does.

"use strict";

// Names of a block are its own: the script of every page is beside it.
{
  const to = new URL(document.querySelector("article p a[href]").href);
  to.search = location.search;
  to.hash ||= location.hash;
  location.replace(to);
}
