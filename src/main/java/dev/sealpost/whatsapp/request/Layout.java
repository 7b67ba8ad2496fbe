package dev.sealpost.whatsapp.request;

import java.util.List;
import java.util.SortedMap;

/**
 * The places of a template that are filled when it is sent.
 *
 * @param header {@code TEXT}, {@code IMAGE}, {@code VIDEO}, {@code DOCUMENT} or {@code LOCATION} if something fills it, else empty
 * @param headerParameters names, or {@code 1}, {@code 2}, … of those without
 * @param body the same of the body
 * @param buttons what fills a button ({@code URL}, {@code QUICK_REPLY}, {@code COPY_CODE}, {@code FLOW}, {@code CATALOG}), by its index
 */
public record Layout(
        String header, List<String> headerParameters, List<String> body, SortedMap<Integer, String> buttons) {}
