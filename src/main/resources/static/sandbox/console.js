// The console works without this; it spares a click or two.
document.querySelectorAll('button.copy').forEach((button) => {
	button.hidden = !navigator.clipboard;
	button.addEventListener('click', async () => {
		await navigator.clipboard.writeText(button.dataset.copy);
		button.textContent = 'Copied';
		setTimeout(() => (button.textContent = 'Copy'), 1500);
	});
});
document.querySelectorAll('select.submits').forEach((select) => {
	select.form.querySelector('button').hidden = true;
	select.addEventListener('change', () => select.form.submit());
});
