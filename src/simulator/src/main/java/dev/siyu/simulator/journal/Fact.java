package dev.siyu.simulator.journal;

/** Something that happened; facts are kept for ever and never changed. */
public sealed interface Fact
    permits WorldFact,
        ContactFact,
        TouchFact,
        MassSendFact,
        GroupFact,
        MallFact,
        StaffFact,
        ShopFact,
        MediaFact,
        PostFact,
        CardFact {}
