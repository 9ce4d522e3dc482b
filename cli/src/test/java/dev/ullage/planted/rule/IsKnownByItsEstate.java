package dev.ullage.planted.rule;

import dev.ullage.planted.estate.KnowsItsRules;

public record IsKnownByItsEstate(KnowsItsRules estate) {}
