package dev.ullage.planted.rule;

import dev.cel.common.CelAbstractSyntaxTree;

record KnowsCel(CelAbstractSyntaxTree compiled) {}
