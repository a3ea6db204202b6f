// Nothing is called from here: it is enough that handovers.c is linked.
