package dev.ullage.planted.unmarked;

final class MayBeNull {}
