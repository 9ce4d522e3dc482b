package dev.ullage.planted.analysis;

public enum Judgement {
    FINE
}
