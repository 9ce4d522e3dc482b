package dev.ullage.planted.rule;

import org.snakeyaml.engine.v2.api.LoadSettings;

record KnowsYaml(LoadSettings settings) {}
