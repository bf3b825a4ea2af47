package vn.dondoc.notification.channel;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dondoc.notification.rule.Channel;

/** Messages of an official account on Zalo to a telephone number, by template, or in its own words to whoever wrote to it lately: a code and a link. */
@Component
class ZaloCarrier implements Carrier {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final int LONGEST_TRACKING = 48;
    private static final int LONGEST_COUNT = 4;

    private final ZaloProperties settings;
    private final CodeAndLink words;
    private final ShortWords shorts;
    private final ZaloFollowers followers;
    private final ZaloAccount account;
    private final ZaloTemplates templates;

    ZaloCarrier(ZaloProperties settings, CodeAndLink words, ShortWords shorts, ZaloFollowers followers, ZaloAccount account) {
        this.settings = settings;
        this.words = words;
        this.shorts = shorts;
        this.followers = followers;
        this.account = account;
        this.templates = settings.registered();
        if (settings.isThere()) {
            templates.check(this::longest);
        }
    }

    /** What is posted. */
    @SuppressWarnings("RecordComponentName") // the provider's names
    record ByTemplate(String phone, String template_id, Map<String, String> template_data, String tracking_id) {}

    @Override
    public Channel channel() {
        return Channel.ZALO;
    }

    @Override
    public Needs needs() {
        return Needs.PHONE;
    }

    @Override
    public boolean isThere() {
        return settings.isThere();
    }

    /** In the account's own words to whoever wrote to it lately, which costs least; else, and where it may not after all, by the template. */
    @Override
    public Answer send(Parcel parcel) {
        var user = followers.writable(parcel.address()).orElse(null);
        if (user == null) {
            return byTemplate(parcel);
        }
        return switch (account.send(user, shorts.of(parcel))) {
            case Answer.Taken _ -> new Answer.Taken(shorts.wording(parcel));
            case Answer.Refused _ -> {
                followers.forget(parcel.address());
                yield byTemplate(parcel);
            }
            case Answer.Away away when away.code().equals(ZaloErrors.QUOTA) && templates.of(parcel).isPresent() -> byTemplate(parcel);
            case Answer.Away away -> away;
        };
    }

    private Answer byTemplate(Parcel parcel) {
        var template = templates.of(parcel).orElse(null);
        if (template == null) {
            return new Answer.Refused(ZaloErrors.NOT_REACHED);
        }
        var filled = template.filled(what -> value(what, parcel));
        if (filled.isEmpty()) {
            return new Answer.Refused("ZALO_TEXT_TOO_LONG");
        }
        var id = parcel.id();
        var message = new ByTemplate(parcel.address().replace("+", ""), template.id(), filled.get(), id.substring(0, Math.min(LONGEST_TRACKING, id.length())));
        return account.post(settings.sendUrl(), message);
    }

    @Override
    public Wording wording(Parcel parcel) {
        return templates.of(parcel).map(template -> new Wording("zalo." + template.id(), template.definition())).orElseGet(() -> shorts.wording(parcel));
    }

    Optional<ZaloTemplate> template(Parcel parcel) {
        return templates.of(parcel);
    }

    String value(ZaloTemplate.What what, Parcel parcel) {
        var lastDay = parcel.digest() ? null : parcel.first().cause().lastDay();
        return switch (what) {
            case CODE -> words.code(parcel);
            case LINK -> words.link(parcel);
            case COUNT -> Integer.toString(parcel.messages().size());
            case DAY -> lastDay == null ? "-" : DAY.format(lastDay);
        };
    }

    private int longest(ZaloTemplate.What what) {
        return switch (what) {
            case CODE -> words.longestCode();
            case LINK -> words.longestLink();
            case COUNT -> LONGEST_COUNT;
            case DAY -> "31/12/2026".length();
        };
    }
}
