package dev.ullage.planted.estate;

import dev.ullage.planted.rule.IsKnownByItsEstate;

public record KnowsItsRules(IsKnownByItsEstate rules) {}
