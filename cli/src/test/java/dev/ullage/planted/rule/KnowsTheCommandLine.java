package dev.ullage.planted.rule;

import picocli.CommandLine;

record KnowsTheCommandLine(CommandLine line) {}
