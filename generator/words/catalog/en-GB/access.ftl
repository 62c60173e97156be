access-built-script = Every page can be read and used without JavaScript, with a keyboard alone, and without colour: each state has a word and a shape.
access-built-states = The palette follows the reader’s system, and so do reduced motion and forced colours.
