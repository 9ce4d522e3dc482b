package dev.ullage.cli;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What this build calls itself: a function of the sources alone, so that two builds of a commit are the same bytes. */
final class Version implements IVersionProvider {

    /** Name and version, as it stands in reports. */
    static String tool() throws IOException {
        var properties = new Properties();
        try (var in = Version.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        }
        return "ullage " + properties.getProperty("version");
    }

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {tool() + " (Java " + System.getProperty("java.version") + ")"};
    }
}
