package vn.dondoc.notification.channel;

import org.springframework.stereotype.Component;
import vn.dondoc.notification.rule.Channel;

/** Short messages: what is critical, by a code and a link; a digest by how much is in it, and a link. */
@Component
class SmsCarrier implements Carrier {

    private final SmsGateway gateway;
    private final ShortWords words;

    SmsCarrier(SmsGateway gateway, ShortWords words) {
        this.gateway = gateway;
        this.words = words;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public Needs needs() {
        return Needs.PHONE;
    }

    @Override
    public boolean isThere() {
        return gateway.isThere();
    }

    @Override
    public Answer send(Parcel parcel) {
        return gateway.tell(parcel.address(), words.of(parcel));
    }

    @Override
    public Wording wording(Parcel parcel) {
        return words.wording(parcel);
    }
}
