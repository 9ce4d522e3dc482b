package dev.ullage.planted.model;

import com.fasterxml.jackson.databind.JsonNode;

record KnowsJson(JsonNode raw) {}
