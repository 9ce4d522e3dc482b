package dev.ullage.planted.ledger;

final class PrintsAndExits {
    void now() {
        System.out.println("done");
        System.exit(0);
    }
}
