"""What `ops/bench` measures, one module for each group of figures."""
