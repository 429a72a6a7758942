/** Work that many ask for at once and that is done once: who comes while it runs gets its outcome. */
export class SingleFlight<Value> {
	private current: Promise<Value> | undefined;

	/** Not tied to one caller's signal: the others wait for it too. */
	async run(start: () => Promise<Value>): Promise<Value> {
		this.current ??= start().finally(() => {
			this.current = undefined;
		});
		return await this.current;
	}
}
