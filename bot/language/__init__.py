"""The spaCy pipeline, its normalising layer, gazetteers and the trained model."""
