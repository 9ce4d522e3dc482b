package dev.ullage.model;

/**
 * One configured value, in the provider's word. Absence of a setting means that it was not read.
 *
 * @param resource {@link Bucket#id}, {@link AccessPoint#id} or {@link Container#id}
 * @param value one of the words listed at {@link SettingName}
 */
public record Setting(Provider provider, String resource, SettingName name, String value, Source source)
        implements Fact {}
