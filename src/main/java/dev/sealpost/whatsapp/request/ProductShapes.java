package dev.sealpost.whatsapp.request;

/** Products of a catalogue that the business keeps at Meta. */
final class ProductShapes {

    private static final int MOST_PRODUCTS = 30;
    private static final int MOST_SECTIONS = 10;
    private static final Shape ID = TextShape.of(256);
    private static final Shape TITLE = TextShape.of(24);

    private ProductShapes() {}

    static Shape catalogue() {
        return GroupShape.empty()
                .fixed("name", "catalog_message")
                .optional("parameters", GroupShape.empty().required("thumbnail_product_retailer_id", ID));
    }

    static Shape product() {
        return GroupShape.empty().required("catalog_id", ID).required("product_retailer_id", ID);
    }

    static Shape products() {
        GroupShape section = GroupShape.empty()
                .optional("title", TITLE)
                .required(
                        "product_items",
                        new ListShape(GroupShape.empty().required("product_retailer_id", ID), MOST_PRODUCTS));
        return GroupShape.empty()
                .required("catalog_id", ID)
                .required("sections", new ListShape(section, MOST_SECTIONS));
    }
}
