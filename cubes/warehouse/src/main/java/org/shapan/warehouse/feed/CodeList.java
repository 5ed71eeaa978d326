package org.shapan.warehouse.feed;

import java.util.List;

/** Fixed code lists that feeds refer to but do not deliver; their names and order are the warehouse's own seed. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of and toList, which are immutable
public enum CodeList {
    STATUS(
            "status",
            List.of(
                    "normal",
                    "one_way_stop",
                    "two_way_stop",
                    "voluntary_stop",
                    "reserved",
                    "pre_cancelled",
                    "cancelled")),
    TIER("tier", List.of("T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10")),
    PAYMENT("payment", List.of("prepaid", "postpaid")),
    NUMBER_STATE(
            "number_state",
            List.of("company_stock", "distributed", "channel_stock", "sold", "activated", "kept", "left", "recycled")),
    BUNDLE("bundle", List.of("free_prepay", "allotted_prepay", "special_rental", "value_added", "combined")),
    CAMPAIGN_TYPE(
            "campaign_type",
            List.of(
                    "active_outbound",
                    "active_counter",
                    "active_sms",
                    "active_mail",
                    "broadcast_sms",
                    "broadcast_mms",
                    "broadcast_mail",
                    "broadcast_web",
                    "triggered_inbound",
                    "triggered_counter",
                    "triggered_web",
                    "triggered_sms")),
    CONTACT_RESULT(
            "contact_result", List.of("not_reached", "reached", "refused", "interested", "ordered", "complained")),
    BUSINESS_TYPE(
            "business_type", BusinessType.ALL.stream().map(BusinessType::code).toList());

    private final String key;
    private final List<String> codes;

    CodeList(String key, List<String> codes) {
        this.key = key;
        this.codes = codes;
    }

    /** The name by which {@link Column#references()} names this list. */
    public String key() {
        return key;
    }

    /** The codes in their order. */
    public List<String> codes() {
        return codes;
    }
}
