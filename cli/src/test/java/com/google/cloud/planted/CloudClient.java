package com.google.cloud.planted;

/** Stands for a cloud's SDK, of which there is none on the class path to plant. */
public interface CloudClient {}
