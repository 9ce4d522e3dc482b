package dev.ullage.planted.model;

final class Changes {
    int count;
}
