package dev.ullage.planted.rule;

import org.apache.lucene.util.automaton.Automaton;

record KnowsAutomata(Automaton names) {}
