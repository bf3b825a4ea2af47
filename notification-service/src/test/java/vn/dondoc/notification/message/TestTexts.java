package vn.dondoc.notification.message;

import java.nio.charset.StandardCharsets;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.dondoc.platform.access.Directory;

/** The words as the service has them. */
public final class TestTexts {

    private TestTexts() {}

    public static Texts of(Directory directory) {
        return new Texts(bundles(), directory);
    }

    public static MessageSource bundles() {
        var bundles = new ResourceBundleMessageSource();
        bundles.setBasename("messages");
        bundles.setDefaultEncoding(StandardCharsets.UTF_8.name());
        bundles.setFallbackToSystemLocale(false);
        return bundles;
    }
}
