package vn.dondoc.notification.channel;

import org.springframework.stereotype.Component;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.message.Texts;
import vn.dondoc.platform.problem.ProblemConfiguration;

/** One line for ways that others may read: a code and a link, of a digest how much is in it and a link. */
@Component
class ShortWords {

    private final Texts texts;
    private final CodeAndLink words;

    ShortWords(Texts texts, CodeAndLink words) {
        this.texts = texts;
        this.words = words;
    }

    String of(Parcel parcel) {
        return parcel.digest()
                ? texts.word("digest.short", ProblemConfiguration.VIETNAMESE, parcel.messages().size(), words.link(parcel))
                : of(parcel.first());
    }

    String of(Notification message) {
        return texts.word("message.short", ProblemConfiguration.VIETNAMESE, words.code(message), words.link(message));
    }

    Wording wording(Parcel parcel) {
        return new Wording(parcel.digest() ? "short.digest" : "short");
    }
}
