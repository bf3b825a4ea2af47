package vn.dondoc.notification.channel;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.MessageTemplates;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.notification.message.Notification;

/** A message as it would go out on the ways that others may read, with the room that it takes there. */
@Component
public class ShortPreview {

    private final SmsCarrier sms;
    private final ZaloCarrier zalo;
    private final ShortWords shorts;

    ShortPreview(SmsCarrier sms, ZaloCarrier zalo, ShortWords shorts) {
        this.sms = sms;
        this.shorts = shorts;
        this.zalo = zalo;
    }

    public MessageTemplates.Short sms(Notification message) {
        var words = shorts.of(message);
        var plain = SmsText.plain(words);
        return new MessageTemplates.Short(sms.isThere(), words, plain, SmsText.units(plain), SmsText.LONGEST, SmsText.segments(plain), SmsText.isCut(words));
    }

    public MessageTemplates.Registered zalo(Notification message) {
        var nobody = new PositionState(message.to().position(), message.commune(), "", Role.OFFICER, null, null);
        var parcel = new Parcel(message.id().value(), nobody, "", false, List.of(message));
        return zalo.template(parcel).map(template -> new MessageTemplates.Registered(zalo.isThere(), template.id(), template.fields().stream().map(field -> {
            var value = zalo.value(field.what(), parcel);
            return new MessageTemplates.Field(field.name(), value, value.length(), field.longest());
        }).toList())).orElseGet(() -> new MessageTemplates.Registered(zalo.isThere(), "", List.of()));
    }
}
