"""The window; with `amparo.app` and `amparo.start` the only home of Qt."""
