/** The parts of one value that came in several chunks, joined once when the value is whole. */
export class HeldBytes {
	private parts: Buffer[] = [];
	private bytes = 0;

	get length(): number {
		return this.bytes;
	}

	add(part: Buffer): void {
		if (part.length === 0) return;
		this.parts.push(part);
		this.bytes += part.length;
	}

	/** Everything held, as one buffer; nothing is held afterwards. */
	take(): Buffer {
		const [first] = this.parts;
		const whole = this.parts.length === 1 && first ? first : Buffer.concat(this.parts, this.bytes);
		this.parts = [];
		this.bytes = 0;
		return whole;
	}
}
