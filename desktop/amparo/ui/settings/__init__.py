"""The officer's choices: asked once at the first start, changeable for ever after."""
