"""What Koers is made of, for `ops/sbom`: one module for each place that components come from."""
