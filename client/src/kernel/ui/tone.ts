/** What a colour means. Sea: act, under way. Moss: done, received. Ochre: waiting, due soon. Brick: late, failed. */
export type Tone = 'neutral' | 'sea' | 'moss' | 'ochre' | 'brick';
