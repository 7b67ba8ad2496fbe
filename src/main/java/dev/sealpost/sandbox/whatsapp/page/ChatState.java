package dev.sealpost.sandbox.whatsapp.page;

/**
 * How a chat stood at a moment.
 *
 * @param size how many messages it has; at least one
 * @param unread how many of them arrived since the person looked
 * @param last its newest message
 */
record ChatState(String person, int size, int unread, long activity, Chat.Place last) {
    static ChatState of(Chat chat) {
        return new ChatState(chat.person(), chat.size(), chat.unread(), chat.activity(), chat.place(chat.size() - 1));
    }

    @Override
    public String toString() {
        return "ChatState[size=%d, unread=%d]".formatted(size, unread);
    }
}
