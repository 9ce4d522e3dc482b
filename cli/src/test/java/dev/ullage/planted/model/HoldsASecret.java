package dev.ullage.planted.model;

record HoldsASecret(String keyId, String secretAccessKey) {}
