package dev.ullage.planted.ledger;

import java.util.Random;

final class RollsDice {
    int roll() {
        return new Random().nextInt();
    }
}
