"""The publisher's side of updates: keys, releases, and a folder of files that any web server gives out.

How an authority sets it up: build/decisions/publishing.md. The kit cannot do any of this: it holds no key.
"""
