package vn.dondoc.notification.channel;

import org.jspecify.annotations.Nullable;
import vn.dondoc.notification.message.Texts;

/**
 * What a message was worded by.
 *
 * @param key of the template: that of the message, "digest", "short", or the one that was registered with a provider
 * @param definition of one that is registered elsewhere; null where its words are in the bundles
 */
public record Wording(String key, @Nullable String definition) {

    public Wording(String key) {
        this(key, null);
    }

    static Wording of(Parcel parcel) {
        return new Wording(parcel.digest() ? "digest" : Texts.templateOf(parcel.first()));
    }
}
