package dev.ullage.planted.cli;

final class Main {}
