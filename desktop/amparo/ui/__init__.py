"""The window; with `amparo.app` the only home of Qt."""
