package dev.ullage.planted.collectors.exports;

import dev.ullage.planted.analysis.Judgement;

record JudgesWhatItReads(Judgement judgement) {}
