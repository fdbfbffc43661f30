"""detente: a sourced record of how states deal with one another, from press pages."""
