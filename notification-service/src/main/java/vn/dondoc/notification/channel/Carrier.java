package vn.dondoc.notification.channel;

import vn.dondoc.notification.rule.Channel;

/** Hands what is to be sent on one channel to its provider. */
public interface Carrier {

    /** What a carrier has to know of whom it is for. */
    enum Needs {
        MAILBOX,
        PHONE,
        NOTHING
    }

    Channel channel();

    Needs needs();

    /** Whether the installation has a provider; else nothing is planned here. */
    boolean isThere();

    Answer send(Parcel parcel);

    /** By which template that parcel is worded here. */
    default Wording wording(Parcel parcel) {
        return Wording.of(parcel);
    }
}
