package dev.ullage.yaml;

/** A value of a file. Scalars keep their text: what it stands for is decided by the one who asks for it. */
public sealed interface YamlNode permits YamlScalar, YamlSequence, YamlMapping {

    /** Where the value begins. */
    YamlPosition position();
}
