package dev.ullage.planted.reports;

record Page(String html) {}
