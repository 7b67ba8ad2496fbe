package dev.sealpost.lint;

import java.util.List;
import java.util.Optional;

/** A value of a YAML file with its place. */
sealed interface Item {

    Place at();

    /** @param inner where the text itself begins: after the quote, if there is one */
    record Text(Place at, String value, Place inner) implements Item {}

    record Sequence(Place at, List<Item> items) implements Item {}

    record Block(Place at, List<Entry> entries) implements Item {

        Optional<Entry> find(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }

        Optional<Item> value(String key) {
            return find(key).map(Entry::value);
        }
    }

    /** @param at where the key stands */
    record Entry(String key, Place at, Item value) {

        Setting setting() {
            return value instanceof Text text
                    ? new Setting(key, at, text.value(), text.inner())
                    : new Setting(key, at, null, value.at());
        }
    }

    default Optional<Block> block() {
        return this instanceof Block block ? Optional.of(block) : Optional.empty();
    }

    /** The items of a list; any other value is a list of itself. */
    default List<Item> items() {
        return this instanceof Sequence sequence ? sequence.items() : List.of(this);
    }
}
